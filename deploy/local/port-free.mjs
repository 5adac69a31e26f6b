import { createServer } from 'node:net';
import { settingOrFile } from '../../runtime/setting-or-file.mjs';

/** The error code of listening there, or undefined when it works. */
function listenError(host, port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

// A program on ::1 alone would answer in our place wherever "localhost" is looked up as IPv6.
export async function isPortFree(port) {
  const errors = [await listenError('127.0.0.1', port), await listenError('::1', port)];
  return errors[0] === undefined && errors[1] !== 'EADDRINUSE';
}

export async function portProblem(port, host) {
  const error = await listenError(host, port);
  if (error === 'EACCES') return `PORT ${port} is not open to this user: choose one above 1023, such as 4000`;
  if (error && error !== 'EADDRINUSE') return `HOST ${host} cannot be listened on (${error}): 127.0.0.1 can`;
  if (!error && (host !== '127.0.0.1' || (await isPortFree(port)))) return undefined;
  const other = port < 65000 ? port + 100 : 4100;
  return `PORT ${port} is taken by another program: stop that one, or choose another, for example: PORT=${other} npm start`;
}

export async function refuseTakenPort(fallback) {
  const port = Number(settingOrFile('PORT', process.env) ?? fallback);
  const usable = Number.isInteger(port) && port > 0 && port < 65536;
  const problem = usable && (await portProblem(port, settingOrFile('HOST', process.env) ?? '127.0.0.1'));
  if (problem) throw new Error(problem);
}
