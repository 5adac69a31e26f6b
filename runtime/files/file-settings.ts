import { z } from 'zod';

/** Where the files are that replicas share: what gateway and catalog read. */
export const fileSettings = {
  FILES_DIR: z
    .string()
    .meta({ values: 'a folder' })
    .describe(
      'Where book covers are kept: a folder that all replicas of gateway and catalog share (NFS, EFS). Catalog writes there. A relative one is below the project’s folder.',
    )
    .default('.data/files'),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .meta({ values: 'the name of a bucket' })
    .describe(
      'Keeps book covers in an S3-compatible store in the place of FILES_DIR. Who may use it comes from where AWS’s SDK looks: its own variables, a profile, the role of the machine.',
    )
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a region such as eu-west-1')
    .meta({ values: 'such as `eu-west-1`' })
    .describe('The region of the bucket.')
    .default('us-east-1'),
  FILES_S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/]+$/, 'must be a URL without a path, such as https://s3.example.org')
    .meta({ values: 'such as `https://s3.example.org`' })
    .describe('Where the store of the bucket is found, unless it is AWS’s own.')
    .optional(),
  FILES_S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/, 'must end with / and not begin with it')
    .meta({ values: 'such as `bookstore/`' })
    .describe('What the names of all files in the bucket begin with.')
    .default(''),
};
