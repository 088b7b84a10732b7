/** Evaluates in a page or in a main process, through the port that it was started with for that. */
export interface Inspected {
  /** The value of an expression, awaited; it must be plain data. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  readonly close: () => void;
}

interface Reply {
  readonly id?: number;
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
}

/** `address` is what the process itself has said, or lists, as its `ws://`. */
export async function inspect(address: string): Promise<Inspected> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`nobody answers at ${address}`)), { once: true });
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  return {
    evaluate: async <T>(expression: string) => {
      last += 1;
      const id = last;
      const answer = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      // `includeCommandLineAPI` gives a main process its `require`.
      const params = { expression, returnByValue: true, awaitPromise: true, includeCommandLineAPI: true };
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      const { result } = await answer;
      waiting.delete(id);
      const { exceptionDetails: thrown } = result ?? {};
      if (thrown !== undefined) throw new Error(thrown.exception?.description ?? thrown.text);
      return result?.result?.value as T; // the expression's own type, which only its author knows
    },
    close: () => socket.close(),
  };
}
