/** The largest file that a seller may send as a cover, in bytes. */
export const maxCoverBytes = 10 * 1024 * 1024;

/** How long the sending of a cover may take: 10 MB at 0.7 Mbit/s. */
export const coverUploadMilliseconds = 120_000;

/** How many covers a process takes in at a time, and how many of one seller's: so many are in its memory. */
export const uploadsAtOnce = { all: 8, ofOne: 2 };
