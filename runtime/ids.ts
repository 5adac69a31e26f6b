import { v7, validate } from 'uuid';

/** A new id: a UUIDv7 (RFC 9562), which sorts by the time it was made. */
export const newId = (): string => v7();

/** Whether a text could be one of our ids; what is not can be asked for by nobody. */
export const isId = (text: string): boolean => validate(text);

/** The id that sorts before all others which are made at that moment or later. */
export function firstIdAt(instant: Date): string {
  const milliseconds = instant.getTime().toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-000000000000`;
}
