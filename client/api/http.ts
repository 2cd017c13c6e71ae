/** Requests to the server. An error is always an ApiError that carries what the server said (problem+json). */
import { setReachable } from "../state/connection.ts";
import { taken } from "./ahead.ts";

export interface Problem {
  readonly title: string;
  readonly detail: string | null;
  /** What to do about it. */
  readonly remedy: string | null;
  /** 0 when no server answered. */
  readonly status: number;
  /** Whatever else the server said: field errors, positions, an instance. */
  readonly more: Readonly<Record<string, unknown>>;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Returns what the server said, whatever it sent: a body that is no problem document leaves only the status. */
export function problemFrom(status: number, body: unknown): Problem {
  const { title, detail, remedy, status: _, type: __, ...more } = (body ?? {}) as Record<string, unknown>;
  return {
    title: text(title) ?? `The server answered ${status}`,
    detail: text(detail),
    remedy: text(remedy),
    status,
    more,
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const json = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  return problemFrom(response.status, json ? await response.json().catch(() => null) : null);
}

export const noAnswer: Problem = {
  title: "The server does not answer",
  detail: "What is on the screen stays.",
  remedy: "Start the server again, then retry.",
  status: 0,
  more: {},
};

/** Leaves for the page to sign in on, which comes back here. What was written and not sent waits in the browser. */
function signIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/login?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/** What is refused while the session is being ended from here is no reason to sign in again. */
let ending = false;

/** Ends the session. What was written and not sent waits in the browser until the next one. */
export async function signOut(): Promise<void> {
  ending = true;
  try {
    await request("/api/session", { method: "DELETE" });
  } catch (error) {
    ending = false;
    throw error;
  }
  window.location.assign("/login?out=1");
}

/** Returns the response when it is good; throws an ApiError otherwise. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await (((init.method ?? "GET") === "GET" && taken(path)) || fetch(path, init));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    setReachable(false);
    throw new ApiError(noAnswer, { cause });
  }
  setReachable(true);
  if (response.status === 401 && (init.method ?? "GET") === "GET" && !ending) signIn();
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

/** Returns the JSON of the answer, which has the shape the server's schema gives it; throws as `request` does. */
export const requestJson = async <T>(path: string, init?: RequestInit): Promise<T> =>
  (await request(path, init)).json() as Promise<T>;
