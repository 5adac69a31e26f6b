import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { MailServer } from './mail-server.ts';

/** Begins a mail, and breaks the connection off as who is killed does. */
async function breakOff({ hostname, port }: URL): Promise<string> {
  const socket = connect(Number(port), hostname);
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const answer = async () => String((await lines.next()).value);
  await answer();
  socket.write('HELO here\r\n');
  await answer();
  socket.write('MAIL FROM:<somebody@example.org>\r\n');
  const taken = await answer();
  socket.resetAndDestroy();
  await once(socket, 'close');
  return taken;
}

test('who is killed amid a mail does not end the server', async () => {
  const server = await MailServer.start();
  const url = new URL(server.url);
  for (let time = 0; time < 3; time += 1) expect(await breakOff(url)).toMatch(/^250/);
  await server.stop();
});
