/** What went wrong, as the server's problem+json says it, or as the network does. */
export class ApiProblem extends Error {
  constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const body = (await response.json()) as { title?: string; detail?: string };
    return new ApiProblem(response.status, body.detail ?? body.title ?? '');
  } catch {
    return new ApiProblem(response.status, '');
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'omit', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem(0, '');
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { signal: signal ?? null, headers: { Accept: 'application/json' } });
}

/** Questions about a person go in a body, never in an address. */
export function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: signal ?? null,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  });
}
