import { transform } from 'esbuild';

/** The course's own code as a guest takes it, with the settings of `sandbox/transpile.ts`; no jail is needed for it. */
export async function compile(source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
  });
  return code;
}
