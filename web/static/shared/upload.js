/** Sends a file and tells how much of it is on its way, which `fetch` does not. */

/**
 * @typedef {object} UnderWay
 * @property {(share: number) => void} [onProgress] how much has left, from 0 to 1
 * @property {AbortSignal} [signal] gives up
 */

/**
 * @param {string} path
 * @param {Blob} file
 * @param {{ headers: Record<string, string> } & UnderWay} options
 * @returns {Promise<Response>} rejects as `fetch` does: where nothing answers, and when it is given up
 */
export function upload(path, file, { headers, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new TypeError("nothing answers"));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
