import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alarms are told, and by e-mail where an address is given: its owner has to confirm it once. */
export function createAlarmTopic(scope: Construct, key: IKey, email: string | undefined): Topic {
  const topic = new Topic(scope, 'Alarms', { masterKey: key, enforceSSL: true, displayName: 'Bookstore' });
  // A topic with a policy of its own has lost what lets alarms in.
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  if (email) topic.addSubscription(new EmailSubscription(email));
  return topic;
}

/** Tells when they go off and when they are over. */
export function tell(topic: Topic, alarms: readonly Alarm[]): void {
  const action = new SnsAction(topic);
  for (const alarm of alarms) {
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
