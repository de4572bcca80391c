/** How files begin that are often taken for safetensors, and what to do about it. */
const MISTAKEN: Record<string, string> = {
  'PK\x03\x04': 'It begins as a zip, so it is from torch.save: load it in Python, save it as safetensors.',
  '\x80\x02':
    'It begins as a pickle, so it is from an old torch.save: load it in Python, save it as safetensors.',
  '\x89HDF': 'It begins as HDF5: load it in Python, save it as safetensors.',
  GGUF: 'It begins as GGUF, another format: look for the same model as safetensors.',
  'version https://git-lfs':
    'It is a pointer of Git LFS and not the file itself, which git lfs pull fetches.',
  '<': 'It begins as a web page: is it what a server sent instead of the file?',
};

const LONGEST = Math.max(...Object.keys(MISTAKEN).map(({ length }) => length));

/** What to do about a file that is of another kind; undefined for one of no known kind. */
export function mistakenFor(file: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...file.subarray(0, LONGEST));
  return Object.entries(MISTAKEN).find(([start]) => beginning.startsWith(start))?.[1];
}
