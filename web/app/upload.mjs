// A file into the database in parts, as the answer to begin_upload says.
import { write } from '/app/api.mjs';
import { client, HarmonyError } from '/app/session.mjs';

/** @returns {Promise<{document: string, status: string}>} */
export async function upload(file, described, key = null) {
  const begun = await write(
    'begin_upload',
    { ...described, file_name: file.name, media_type: file.type || 'application/octet-stream', size: file.size, storage: 'database' },
    key,
  );
  for (const { number } of begun.parts) {
    const answer = await client.fetch('/rpc/upload_part', {
      method: 'POST',
      body: file.slice((number - 1) * begun.part_size, number * begun.part_size),
      headers: { 'Content-Type': 'application/octet-stream', Document: begun.document, Part: String(number) },
    });
    if (!answer.ok) throw new HarmonyError(answer.status, await answer.json().catch(() => ({})));
  }
  return write('complete_upload', { document: begun.document });
}
