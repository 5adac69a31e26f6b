/** Folders of a VM, absolute. */
export interface Folders {
  /** The release that runs: a link. */
  current: string;
  releases: string;
  /** settings.env, secrets and what NGINX reads. */
  configuration: string;
  /** What the processes of the store share: book covers and uploads. */
  files: string;
  /** Where the databases are backed up to. */
  backups: string;
}
