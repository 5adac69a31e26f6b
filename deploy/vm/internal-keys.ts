import { ringOf } from '../../runtime/internal-keys.ts';
import { secret } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';

// node deploy/vm/internal-keys.ts SERVICE: prints INTERNAL_TOKEN_KEYS of a service, out of the secret that all could share.

const [, , service = ''] = process.argv;
const { INTERNAL_TOKEN_SECRET: shared } = readSettings({
  INTERNAL_TOKEN_SECRET: secret,
});
const ring = ringOf(shared, service);
if (ring) console.log(ring);
else {
  console.error(`No service ${service} has keys of its own.`);
  process.exitCode = 1;
}
