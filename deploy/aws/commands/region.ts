import cdkSettings from '../cdk.json' with { type: 'json' };

/** Where the stacks are: as AWS_REGION says, or cdk.json. */
export const region = (): string => process.env.AWS_REGION ?? cdkSettings.context.region;
