import { defineEntity, p } from '@mikro-orm/mysql';
import type { NotificationReason } from './resolvers.generated.ts';

const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.string().primary(),
    userId: p.string(),
    reason: p.string().$type<NotificationReason>(),
    purchaseId: p.string(),
    createdAt: p.datetime(3),
    readAt: p.datetime(3).strictNullable(),
  },
});

export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);

export { NotificationSchema };
