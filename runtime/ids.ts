import { v7, validate } from 'uuid';

/** A new id: a UUIDv7 (RFC 9562), which sorts by the time it was made. */
export const newId = (): string => v7();

/** Whether a text could be one of our ids; what is not can be asked for by nobody. */
export const isId = (text: string): boolean => validate(text);
