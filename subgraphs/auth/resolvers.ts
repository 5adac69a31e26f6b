import { listDeadLetters } from '../../runtime/events/dead-letters.ts';
import { listRecords } from '../../runtime/personal-records/list-records.ts';
import { DateTime, Decimal } from '../../runtime/scalars.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { mayReadPrivate } from './context.ts';
import { deleteAccount } from './delete-account.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import { notifications } from './notifications.ts';
import { recordKinds } from './personal-records.ts';
import { readNotifications } from './read-notifications.ts';
import { refreshTokens } from './refresh-tokens.ts';
import { register } from './register.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { removeUserSecondFactor } from './remove-user-second-factor.ts';
import { replayDeadLetter } from './replay-dead-letter.ts';
import { requestEmailVerification } from './request-email-verification.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import type { Resolvers } from './resolvers.generated.ts';
import { revokeSession } from './revoke-session.ts';
import { revokeUserSessions } from './revoke-user-sessions.ts';
import { revokedSessions } from './revoked-sessions.ts';
import { sessions } from './sessions.ts';
import { setUserRole } from './set-user-role.ts';
import { updateProfile } from './update-profile.ts';
import { userSecondFactor } from './user-second-factor.ts';
import { users } from './users.ts';
import { verifyEmail } from './verify-email.ts';

/** auth's resolver table. */
export const resolvers = {
  DateTime,
  Decimal,
  Query: {
    me: (_parent, _args, context) => me(context),
    user: (_parent, { id }, context) => context.users.load(id),
    users: (_parent, args, context) => users(args, context),
    sessions: (_parent, _args, context) => sessions(context),
    revokedSessions: (_parent, { since }, context) => revokedSessions(since, context.em),
    authPersonalRecords: (_parent, page, context) =>
      listRecords(context.em, recordKinds, viewerOf(context).id, page),
    authDeadLetters: (_parent, args, { em }) => listDeadLetters(em, args),
  },
  Mutation: {
    register: (_parent, { input }, context) => register(input, context),
    login: (_parent, { input }, context) => login(input, context),
    refreshTokens: (_parent, { input }, context) => refreshTokens(input, context),
    logout: (_parent, { input }, context) => logout(input, context),
    revokeSession: (_parent, { input }, context) => revokeSession(input, context),
    updateProfile: (_parent, { input }, context) => updateProfile(input, context),
    changePassword: (_parent, { input }, context) => changePassword(input, context),
    beginSecondFactor: (_parent, { input }, context) => beginSecondFactor(input, context),
    confirmSecondFactor: (_parent, { input }, context) => confirmSecondFactor(input, context),
    removeSecondFactor: (_parent, { input }, context) => removeSecondFactor(input, context),
    deleteAccount: (_parent, { input }, context) => deleteAccount(input, context),
    setUserRole: (_parent, { input }, context) => setUserRole(input, context),
    revokeUserSessions: (_parent, { input }, context) => revokeUserSessions(input, context),
    removeUserSecondFactor: (_parent, { input }, context) => removeUserSecondFactor(input, context),
    requestPasswordReset: (_parent, { input }, context) => requestPasswordReset(input, context),
    resetPassword: (_parent, { input }, context) => resetPassword(input, context),
    requestEmailVerification: (_parent, _args, context) => requestEmailVerification(context),
    verifyEmail: (_parent, { input }, context) => verifyEmail(input, context),
    readNotifications: (_parent, { input }, context) => readNotifications(input, context),
    replayAuthDeadLetter: (_parent, { input }, { em }) => replayDeadLetter(input, em),
  },
  User: {
    __resolveReference: ({ id }, context) => context.users.load(id),
    email: (user, _args, context) => (mayReadPrivate(context, user) ? user.email : null),
    emailVerifiedAt: (user, _args, context) => (mayReadPrivate(context, user) ? user.emailVerifiedAt : null),
    role: (user, _args, context) => (mayReadPrivate(context, user) ? user.role : null),
    secondFactor: (user, _args, context) => userSecondFactor(user, context),
    notifications: (user, args, context) => notifications(user, args, context),
  },
  Notification: {
    purchase: ({ purchaseId }) => ({ __typename: 'Purchase', id: purchaseId }),
  },
  Session: {
    current: (session, _args, { caller }) => session.id === caller.viewer?.sessionId,
  },
} satisfies Resolvers;
