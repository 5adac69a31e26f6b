/** Whether the others of the store are called by TLS. To be asked when settings are read: defaults and rules hang on it. */
export const hasInternalTls = (): boolean =>
  Boolean(process.env.INTERNAL_TLS_DIR || process.env.INTERNAL_TLS_DIR_FILE);
