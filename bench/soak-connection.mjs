import { connect } from 'node:net';

const END = Buffer.from('\r\n\r\n');

/** A connection that is asked one thing after the other; it costs the machine less than Node's own client, which shares it with the server. */
export class Connection {
  #socket;
  #parts = [];
  #length = 0;
  /** Where the answer ends, once its head is there. */
  #end = Number.POSITIVE_INFINITY;
  #head;
  #settle;

  constructor({ host, port }) {
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.on('data', (part) => this.#take(part));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('the connection ended')));
  }

  get isOpen() {
    return !this.#socket.destroyed;
  }

  /** The status, head and body of the answer; rejects where the connection ends before. */
  ask(request) {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(part) {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#head === undefined) this.#readHead();
    if (this.#head === undefined || this.#length < this.#end) return;
    const all = this.#whole();
    const head = this.#head;
    const body = all.subarray(head.length + END.length, this.#end);
    this.#parts = [];
    this.#length = 0;
    this.#head = undefined;
    this.#end = Number.POSITIVE_INFINITY;
    if (/^connection: close/im.test(head)) this.#socket.destroy();
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.resolve({ status: Number(head.slice(9, 12)), head, body });
  }

  #readHead() {
    const all = this.#whole();
    const end = all.indexOf(END);
    if (end === -1) return;
    this.#head = all.subarray(0, end).toString('latin1');
    const length = /^content-length: *(\d+)/im.exec(this.#head)?.[1];
    // Nothing of the traffic is answered in chunks.
    if (length === undefined) this.#fail(new Error(`an answer without its length: ${this.#head}`));
    this.#end = end + END.length + Number(length);
  }

  #whole() {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts)];
    return this.#parts[0];
  }

  #fail(error) {
    this.#socket.destroy();
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.reject(error);
  }
}
