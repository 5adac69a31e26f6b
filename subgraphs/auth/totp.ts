import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a code is the one of its time, in seconds. */
export const stepSeconds = 30;
/** How many digits a code has. */
export const codeDigits = 6;
/** How many steps a device's clock may be before or after ours. */
const drift = 1;

/** The number of the step that an instant lies in. */
export const stepOf = (instant: Date): number => Math.floor(instant.getTime() / 1000 / stepSeconds);

/** The code of a secret in a step: TOTP with HMAC-SHA-1 (RFC 6238, and RFC 4226, section 5.3, for its digits). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** codeDigits;
  return String(number).padStart(codeDigits, '0');
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The step whose code this is: of that of now, the one before and the one after; undefined where it is of none. */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  for (let step = now - drift; step <= now + drift; step += 1)
    if (isSame(codeOf(secret, step), code)) return step;
  return undefined;
}
