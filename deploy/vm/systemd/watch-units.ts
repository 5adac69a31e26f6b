import type { Folders } from './folders.ts';
import { timer } from './timer.ts';

/** Looks each day how long the certificate holds; what it finds fails the unit, and so is told. */
export const certificateUnits = ({ current, configuration }: Folders): Record<string, string> => ({
  'bookstore-certificate.service': `[Unit]
Description=Bookstore: looks whether the certificate ends soon
OnFailure=bookstore-tell@%n.service

[Service]
Type=oneshot
ExecStart=${current}/deploy/vm/check-certificate.sh ${configuration}/certificate/current.pem 127.0.0.1:443
PrivateTmp=yes
ProtectHome=yes
ProtectSystem=strict
NoNewPrivileges=yes
`,
  'bookstore-certificate.timer': timer(
    'looks each day whether the certificate ends soon',
    'OnCalendar=daily\nRandomizedDelaySec=1h\nPersistent=yes',
  ),
});

/** Restarts a process that is there but does not answer. */
export const hungUnits = ({ current, configuration }: Folders): Record<string, string> => ({
  'bookstore-restart-hung.service': `[Unit]
Description=Bookstore: restarts processes that hang

[Service]
Type=oneshot
ExecStart=${current}/deploy/vm/restart-hung.sh ${configuration}/processes
PrivateTmp=yes
ProtectHome=yes
ProtectSystem=strict
NoNewPrivileges=yes
`,
  'bookstore-restart-hung.timer': timer(
    'looks every half minute for processes that hang',
    'OnActiveSec=1min\nOnUnitInactiveSec=30s\nAccuracySec=1s',
  ),
});

/** A template: its instance is the unit that failed. */
export const tellUnit = ({ current, configuration }: Folders): string => `[Unit]
Description=Bookstore: tells that %i failed

[Service]
Type=oneshot
EnvironmentFile=-${configuration}/settings.env
ExecStart=${current}/deploy/vm/tell.sh %i
PrivateTmp=yes
ProtectHome=yes
`;
