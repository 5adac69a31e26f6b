/** Whether this process runs as root, as which a database server starts only when it is told so. */
export const isRoot = process.getuid?.() === 0;
