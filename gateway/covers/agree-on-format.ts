import { type CoverFormat, coverFormats } from '../../covers/variants.ts';

const refused = /;\s*q=0(\.0*)?\s*(;|$)/i;

/** The smallest format that a client says it takes, by its Accept header; JPEG, which all take, where it names none. */
export function agreeOnFormat(accept: string | undefined): CoverFormat {
  const taken = (accept ?? '')
    .split(',')
    .filter(range => !refused.test(range))
    .map(range => range.split(';')[0]?.trim().toLowerCase());
  return coverFormats.find(format => taken.includes(`image/${format}`)) ?? 'jpeg';
}
