import type { Plain } from '../model/plain.ts';
import { isRecord } from './kind-of.ts';

/** An answer without the members that the solution's does not have: they are nobody's business. */
export function onlyAsked(answer: Plain, like: Plain): Plain {
  if (Array.isArray(answer) && Array.isArray(like))
    return answer.map((item, i) => onlyAsked(item, like[i] ?? like[0]));
  if (!isRecord(answer) || !isRecord(like)) return answer;
  return Object.fromEntries(Object.keys(like).map((key) => [key, onlyAsked(answer[key], like[key])]));
}
