import type { S3Client } from '@aws-sdk/client-s3';
import { reasonOf } from '../reason-of.ts';
import { type FileStore, soundFileName } from './file-store.ts';

type S3 = typeof import('@aws-sdk/client-s3');

const connectMilliseconds = 1_000;
const requestMilliseconds = 5_000;
const attempts = 3;

/** Files in a bucket of an S3-compatible store. Its objects are whole or not there by themselves. */
export class S3Store implements FileStore {
  readonly #s3: S3;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  private constructor(s3: S3, client: S3Client, bucket: string, prefix: string) {
    this.#s3 = s3;
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  /** AWS's SDK is loaded here, so that who keeps files elsewhere does without. */
  static async open(settings: {
    bucket: string;
    region: string;
    /** Undefined for AWS's own. */
    endpoint: string | undefined;
    prefix: string;
  }): Promise<S3Store> {
    const s3 = await import('@aws-sdk/client-s3');
    const client = new s3.S3Client({
      region: settings.region,
      ...(settings.endpoint && { endpoint: settings.endpoint, forcePathStyle: true }),
      maxAttempts: attempts,
      // Others than AWS's own do not know its newer sums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: connectMilliseconds,
        requestTimeout: requestMilliseconds,
        throwOnRequestTimeout: true,
      },
    });
    return new S3Store(s3, client, settings.bucket, settings.prefix);
  }

  async read(name: string): Promise<Buffer | null> {
    try {
      const { Body } = await this.#client.send(new this.#s3.GetObjectCommand(this.#named(name)));
      return Body ? Buffer.from(await Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof this.#s3.NoSuchKey) return null;
      throw error;
    }
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    await this.#client.send(new this.#s3.PutObjectCommand({ ...this.#named(name), Body: content }));
  }

  async remove(names: readonly string[]): Promise<void> {
    await Promise.all(
      names.map(name => this.#client.send(new this.#s3.DeleteObjectCommand(this.#named(name)))),
    );
  }

  async check(use: 'read' | 'write'): Promise<void> {
    const trial = 'trial.txt';
    try {
      if (use === 'write') await this.write(trial, Buffer.from('Whether files can be written here.'));
      await this.read(trial);
    } catch (error) {
      throw new Error(
        `FILES_S3_BUCKET: cannot ${use} in ${this.#bucket} (${reasonOf(error)}). Book covers need s3:GetObject, s3:ListBucket and, in catalog, s3:PutObject and s3:DeleteObject.`,
        { cause: error },
      );
    }
  }

  #named(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#prefix}${soundFileName(name)}` };
  }
}
