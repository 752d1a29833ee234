// node s3.mjs FOLDER PORT MODULES: a stand-in for S3 (s3rver), with a bucket docs whose objects are kept in the folder. It checks
// signatures made with access key and secret key S3RVER. AbortMultipartUpload, which it lacks, is added here.
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, port, modules] = process.argv.slice(2);
const S3rver = createRequire(`${modules}/`)('s3rver');
const server = new S3rver({ address: '127.0.0.1', port: Number(port), silent: true, directory: folder,
  configureBuckets: [{ name: 'docs' }] });
server.middleware.unshift(async (context, next) => {
  const { uploadId } = context.query;
  if (context.method !== 'DELETE' || !/^[0-9a-f]+$/.test(uploadId)) return next();
  const upload = `${folder}/docs/._S3rver_uploads/${uploadId}`;
  context.status = existsSync(upload) ? 204 : 404;
  rmSync(upload, { recursive: true, force: true });
  return undefined;
});
await server.run();
console.log('ready');
