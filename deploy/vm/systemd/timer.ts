/** A timer for the unit of its name: `what` it looks after, and `when` in systemd's own words. */
export const timer = (what: string, when: string): string => `[Unit]
Description=Bookstore: ${what}

[Timer]
${when}

[Install]
WantedBy=timers.target
`;
