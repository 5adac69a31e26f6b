/** An account that somebody was told to have. */
export interface AccountRecord {
  email: string;
  password: string;
  /** The ids that answers named: there must be one. */
  ids: Set<string>;
}
