import { sameOutcome } from '../checks/same-outcome.ts';
import type { Subject } from '../model/subject.ts';
import type { Message } from './recorder.ts';

/** How somebody else answers what a submission was asked. Each message is put to them once, when it is first needed. */
export class Agreement {
  private readonly open: () => Promise<Subject>;
  private subject: Promise<Subject> | undefined;
  private readonly known = new Map<Message, Promise<boolean[]>>();

  constructor(open: () => Promise<Subject>) {
    this.open = open;
  }

  /** By input: whether they give the submission's answer. */
  on(message: Message): Promise<boolean[]> {
    const agreement = this.known.get(message) ?? this.ask(message);
    this.known.set(message, agreement);
    return agreement;
  }

  /** Whether they give every answer of the submission; the first that differs ends the search. */
  async onAll(messages: Message[]): Promise<boolean> {
    for (const message of messages) if (!(await this.on(message)).every(Boolean)) return false;
    return true;
  }

  private async ask(message: Message): Promise<boolean[]> {
    this.subject ??= this.open();
    const subject = await this.subject;
    const { method, name, inputs, outcomes } = message;
    const answers = method === 'call' ? await subject.call(name, inputs) : await subject.vjp(name, inputs);
    return outcomes.map((outcome, i) => sameOutcome(outcome, answers[i]));
  }
}
