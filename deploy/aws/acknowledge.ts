import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Takes findings of cdk-nag on `scope` and what is in it as they are: for each rule the reason why. */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(scope).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}
