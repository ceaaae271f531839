// Node and `ws`, as one would write it by hand: each client is sent its 48 nearest ten times a second, in one binary
// frame; the nearest 16 each tick, the next 16 every second, the others every fourth; only those that changed.
// A client sends 8 bytes: its number, x and y in 2 cm, heading in 256ths of a turn, gesture. A record is the same.
import { WebSocketServer } from "ws";
import { NEAREST, cells, nearest } from "./nearest.mjs";

const HZ = 10;
const people = new Map(); // socket -> {number, x, y, record, changed, near}
let tick = 0;

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.env.PORT), perMessageDeflate: false });
server.on("listening", () => console.log("listening"));
server.on("connection", (socket) => {
  socket._socket.setNoDelay(true);
  socket.on("close", () => people.delete(socket));
  socket.on("message", (word) => {
    if (word.length !== 8) return;
    let one = people.get(socket);
    if (!one) people.set(socket, (one = { number: word.readUInt16LE(0), near: [] }));
    one.x = word.readInt16LE(2);
    one.y = word.readInt16LE(4);
    if (!one.record || !one.record.equals(word)) one.changed = tick + 1;
    one.record = word;
  });
});

const at = (one) => one;
const frame = Buffer.allocUnsafe(8 * NEAREST);
function step() {
  tick++;
  const grid = cells(people.values(), at);
  for (const [socket, one] of people) {
    if ((one.number + tick) % 5 === 0 || !one.near.length) one.near = nearest(one, grid, at);
    let size = 0;
    one.near.forEach((other, place) => {
      const every = place < NEAREST / 3 ? 1 : place < (2 * NEAREST) / 3 ? 2 : 4;
      const due = (other.number + tick) % every === 0 && tick - other.changed < every;
      if (due || (other.number + tick) % 20 === 0) size += other.record.copy(frame, size);
    });
    if (size) socket.send(Buffer.from(frame.subarray(0, size)));
  }
}

let next = performance.now() + 1000 / HZ;
(function loop() {
  step();
  next = Math.max(next + 1000 / HZ, performance.now());
  setTimeout(loop, next - performance.now());
})();
