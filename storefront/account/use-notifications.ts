import { useMutation, useQuery } from 'urql';
import { usePoll } from '../components/use-poll.ts';
import {
  NotificationsDocument,
  type NotificationsQuery,
  ReadNotificationsDocument,
} from './notifications.generated.ts';
import type { Reader } from './reader.ts';

const pollMilliseconds = 60_000;

/** Something that the reader is to know. */
export type ReaderNotification = NonNullable<
  NonNullable<NotificationsQuery['me']>['notifications']
>['nodes'][number];

/** The latest of what a reader is to know, none while nobody is signed in; how many are new, and how to mark them as read. */
export function useNotifications(reader: Reader | null): {
  notifications: readonly ReaderNotification[];
  unread: number;
  read: () => void;
} {
  const [{ data }, ask] = useQuery({
    query: NotificationsDocument,
    requestPolicy: 'cache-and-network',
    pause: reader === null,
  });
  const [, readUpTo] = useMutation(ReadNotificationsDocument);
  usePoll(reader ? pollMilliseconds : 0, ask);
  const notifications = (reader && data?.me?.notifications?.nodes) || [];
  const unread = notifications.filter(({ readAt }) => readAt === null).length;
  const [latest] = notifications;
  return {
    notifications,
    unread,
    read() {
      if (unread > 0 && latest) void readUpTo({ latestId: latest.id });
    },
  };
}
