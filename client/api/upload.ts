/** Uploads that say how far they are: `fetch` tells nothing of the bytes that went out, XMLHttpRequest does. */
import { setReachable } from "../state/connection.ts";
import { ApiError, noAnswer, problemFrom } from "./http.ts";

export interface Upload {
  /** POST when missing. */
  readonly method?: "POST" | "PUT";
  readonly path: string;
  readonly media: string;
  readonly body: Blob | string;
  readonly signal: AbortSignal;
  /** Bytes that went out, and how many there are; once they are all out, the server reads. */
  readonly onSent: (sent: number, total: number) => void;
}

/** Returns the server's JSON answer. Throws an ApiError, or an `AbortError` where the signal ended it. */
export function upload<T>({ method = "POST", path, media, body, signal, onSent }: Upload): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const call = new XMLHttpRequest();
    const stop = (): void => call.abort();
    const end = (): void => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    call.upload.onprogress = (event) => onSent(event.loaded, event.total);
    call.onabort = () => {
      end();
      reject(new DOMException("The upload was cancelled", "AbortError"));
    };
    call.onerror = () => {
      end();
      setReachable(false);
      reject(new ApiError(noAnswer));
    };
    call.onload = () => {
      end();
      setReachable(true);
      const json = /\bjson\b/.test(call.getResponseHeader("content-type") ?? "");
      const value = json ? parsed(call.responseText) : null;
      if (call.status >= 200 && call.status < 300 && value !== null) resolve(value as T);
      else reject(new ApiError(problemFrom(call.status, value)));
    };
    call.open(method, path);
    call.setRequestHeader("content-type", media);
    if (signal.aborted) stop();
    else call.send(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
