/** A frame of a stack trace in V8 (`at f (file:1:2)`), Firefox and Safari (`f@file:1:2`). */
const FRAME = /(?:\(|@|\bat )((?:[a-z-]+:\/\/|\/|[A-Z]:\\)[^()]*?)(:\d+:\d+)\)?$/;
const DEPTH = 100;

/** The engine's folder; its file, where it was bundled into one. */
const engine = files(new Error().stack)[0]?.file.replace(/tensor\/user-line\.\w+$/, '') ?? '';

/** `file:line:column` of the innermost call that was not made by the engine itself. */
export function userLine(): string {
  const frame = files(deepStack()).find(({ file }) => !file.startsWith(engine) || file.includes('.test.'));
  return frame ? frame.file + frame.place : 'an unknown line';
}

function files(stack = ''): { file: string; place: string }[] {
  return stack.split('\n').flatMap((line) => {
    const [, file, place] = FRAME.exec(line) ?? [];
    return file ? [{ file: file.replace(/\?.*$/, ''), place }] : [];
  });
}

/** V8 keeps 10 frames unless it is told otherwise, and an op may lie deeper. */
function deepStack(): string | undefined {
  const before = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', DEPTH);
  const { stack } = new Error();
  Reflect.set(Error, 'stackTraceLimit', before);
  return stack;
}
