const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bitsPerDigit = 5;

/** Bytes in base32 without padding (RFC 4648, section 6): what authenticator apps take secrets in. */
export function base32Of(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= bitsPerDigit; bits -= bitsPerDigit)
      text += alphabet.charAt((held >>> (bits - bitsPerDigit)) & 31);
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet.charAt((held << (bitsPerDigit - bits)) & 31) : text;
}
