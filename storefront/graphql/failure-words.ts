import type { CombinedError } from 'urql';
import { wordsHook } from '../i18n/words.ts';
import { isUnavailable, renewalFailure } from './renewal-failure.ts';

const en = {
  offline: 'You seem to be offline. Check your connection, then try again.',
  unavailable: 'This part of the store is not available at the moment. Try again shortly.',
  noSigningIn:
    'Nobody can be signed in at the moment, so this has to wait. You stay logged in: try again shortly.',
  busy: 'That was a little fast. Wait a moment, then try again.',
  signedOut: 'You are not signed in any more. Log in again to go on.',
  forbidden: 'Your account may not do this.',
  unknown: 'Something went wrong on our side. Try again; nothing has been done twice.',
};
const es: typeof en = {
  offline: 'Parece que no hay conexión. Revísala y vuelve a intentarlo.',
  unavailable: 'Esta parte de la tienda no está disponible ahora. Vuelve a intentarlo en un momento.',
  noSigningIn:
    'En este momento nadie puede entrar, así que esto tendrá que esperar. Tu sesión sigue abierta: vuelve a intentarlo en un momento.',
  busy: 'Demasiado rápido. Espera un momento y vuelve a intentarlo.',
  signedOut: 'Tu sesión terminó. Entra de nuevo para continuar.',
  forbidden: 'Tu cuenta no tiene permiso para esto.',
  unknown: 'Algo falló de nuestro lado. Vuelve a intentarlo; nada se ha hecho dos veces.',
};

const useFailureWords = wordsHook({ en, es });

/** Says in words why the API gave no answer, and what to do. */
export function useDescribeFailure(): (error: CombinedError) => string {
  const words = useFailureWords();
  return function describe(error): string {
    const renewal = renewalFailure(error);
    if (renewal) return isUnavailable(renewal) ? words.noSigningIn : describe(renewal);
    if (isUnavailable(error)) return words.unavailable;
    if (error.networkError) return words.offline;
    switch (error.graphQLErrors[0]?.extensions.code) {
      case 'RATE_LIMITED':
        return words.busy;
      case 'UNAUTHENTICATED':
        return words.signedOut;
      case 'FORBIDDEN':
        return words.forbidden;
      default:
        return words.unknown;
    }
  };
}
