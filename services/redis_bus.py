"""The bus of a city of several nodes, on one Redis. What must happen at once happens in a script of the server's.

Keys: `lease:ZONE` is "FENCE" of its owner and runs out by itself; every write in a zone's name is refused unless it
carries that fence (M. Kleppmann, How to do distributed locking, 2016). `zone:`, `said:`, `count:` hold the zone's
snapshot, its lines and their number; `done:VISIT` the last `seq` of a visit; `homes:NODE` the zones of a living node.
Redis may forget everything: owners then tell it again what they hold (`Bus.restore`).
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

import msgspec
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import BusyLoadingError, RedisError

from services.bus import KEPT, LEASE, LINES, Away, Claim, Fenced, Hearer, Home, Topic, ended
from services.unopened import StartFault

PATIENCE = 1.0
"""Seconds that a call may take."""
ALIVE = 2.0
"""Seconds after which a node that says nothing is dead."""
PREFIX = "metaseoul:"
DOWN = (ConnectionRefusedError, FileNotFoundError)
"""What a machine answers on which no Redis runs."""

Answer = TypeVar("Answer")

# A fence is greater than every one before, also when the counter was forgotten: it is never less than the clock.
CLAIM = """
if redis.call('EXISTS', KEYS[1]) == 1 then return false end
local now = redis.call('TIME')
local fence = math.max(tonumber(redis.call('GET', KEYS[5]) or '0') + 1, now[1] * 1000000 + now[2])
fence = string.format('%.0f', fence)
redis.call('SET', KEYS[5], fence)
redis.call('SET', KEYS[1], fence, 'PX', ARGV[1])
return {fence, redis.call('GET', KEYS[2]) or '', redis.call('LRANGE', KEYS[3], 0, -1)}
"""
# 0: fenced; 1: renewed; 2: renewed, though it had been forgotten
RENEW = """
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
for _, key in ipairs({KEYS[3], KEYS[4]}) do redis.call('PEXPIRE', key, ARGV[4]) end
return owner and 1 or 2
"""
RELEASE = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 1
"""
# -1: fenced; 0: kept before
APPEND = """
local owner = redis.call('GET', KEYS[1])
if owner ~= ARGV[1] then return owner and -1 or -2 end
local seq = tonumber(ARGV[2])
if seq > 0 then
  if tonumber(redis.call('GET', KEYS[6]) or '0') >= seq then return 0 end
  redis.call('SET', KEYS[6], ARGV[2], 'PX', ARGV[4])
end
local line = redis.call('INCR', KEYS[4])
redis.call('RPUSH', KEYS[3], line .. ':' .. ARGV[3])
redis.call('LTRIM', KEYS[3], -tonumber(ARGV[5]), -1)
for _, key in ipairs({KEYS[3], KEYS[4]}) do redis.call('PEXPIRE', key, ARGV[4]) end
return line
"""
RESTORE = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[3])
for index = 4, #ARGV do redis.call('RPUSH', KEYS[3], ARGV[index]) end
redis.call('SET', KEYS[4], ARGV[3])
for _, key in ipairs({KEYS[3], KEYS[4]}) do redis.call('PEXPIRE', key, ARGV[2]) end
return 1
"""
COUNT = """
local number = redis.call('INCR', KEYS[1])
if number == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return number > tonumber(ARGV[1]) and math.max(redis.call('PTTL', KEYS[1]), 1) or 0
"""


class RedisBus:
    """One node's line to the shared Redis."""

    def __init__(self, redis: Redis, node: str) -> None:
        self.node = node
        self._redis = redis
        self._scripts = {text: redis.register_script(text) for text in (CLAIM, RENEW, RELEASE, APPEND, RESTORE, COUNT)}
        self._hearers: dict[Topic, list[Hearer]] = {}
        self._listening = asyncio.create_task(self._listen())

    async def claim(self, zone: str) -> Claim | None:
        got = await self._run(CLAIM, _keys(zone), [_ms(LEASE)])
        if got is None:
            return None
        fence, snapshot, lines = got
        return Claim(int(fence), snapshot, tuple(_line(line) for line in lines))

    async def renew(self, zone: str, fence: int, snapshot: bytes) -> bool:
        told = await self._run(RENEW, _keys(zone), [fence, _ms(LEASE), snapshot, _ms(KEPT)])
        if told == 0:
            raise Fenced
        return bool(told == 2)

    async def release(self, zone: str, fence: int, snapshot: bytes) -> None:
        if not await self._run(RELEASE, _keys(zone), [fence, snapshot, _ms(KEPT)]):
            raise Fenced

    async def append(self, zone: str, fence: int, visit: int, seq: int, line: bytes) -> int:
        keys = [*_keys(zone), f"{PREFIX}done:{visit}"]
        number = int(await self._run(APPEND, keys, [fence, seq, line, _ms(KEPT), LINES]))
        if number == -1:
            raise Fenced
        if number == -2:  # forgotten: the next renewal tells it again, if nobody else was quicker
            raise Away(refusing=True)
        return number

    async def restore(self, zone: str, fence: int, lines: Sequence[tuple[int, bytes]], done: dict[int, int]) -> None:
        newest = lines[-1][0] if lines else 0
        told = [b"%d:%s" % line for line in lines]
        if not await self._run(RESTORE, _keys(zone), [fence, _ms(KEPT), newest, *told]):
            raise Fenced
        async with self._redis.pipeline(transaction=False) as many:
            for visit, seq in done.items():
                many.set(f"{PREFIX}done:{visit}", seq, px=_ms(KEPT))
            await _asked(many.execute())

    async def done(self, visit: int) -> int:
        return int(await _asked(self._redis.get(f"{PREFIX}done:{visit}")) or 0)

    async def count(self, what: str, most: int, seconds: float) -> float:
        return int(await self._run(COUNT, [f"{PREFIX}count-of:{what}"], [most, _ms(seconds)])) / 1000

    async def put(self, name: str, note: bytes, seconds: float, *, new: bool = False) -> bool:
        return bool(await _asked(self._redis.set(f"{PREFIX}note:{name}", note, px=_ms(seconds), nx=new)))

    async def note(self, name: str) -> bytes | None:
        kept: Any = await _asked(self._redis.get(f"{PREFIX}note:{name}"))
        return bytes(kept) if kept is not None else None

    async def drop(self, *names: str) -> None:
        await _asked(self._redis.delete(*(f"{PREFIX}note:{name}" for name in names)))

    async def announce(self, homes: Sequence[Home]) -> None:
        async with self._redis.pipeline(transaction=False) as both:
            both.sadd(f"{PREFIX}nodes", self.node)
            both.set(f"{PREFIX}homes:{self.node}", msgspec.msgpack.encode(homes), px=_ms(ALIVE))
            await _asked(both.execute())

    async def homes(self) -> list[Home]:
        nodes: list[Any] = sorted(await _asked(self._redis.smembers(f"{PREFIX}nodes")))
        if not nodes:
            return []
        told: list[Any] = await _asked(self._redis.mget([f"{PREFIX}homes:{node.decode()}" for node in nodes]))
        dead = [node for node, homes in zip(nodes, told, strict=True) if homes is None]
        if dead:
            await _asked(self._redis.srem(f"{PREFIX}nodes", *dead))
        return [home for homes in told if homes for home in msgspec.msgpack.decode(homes, type=list[Home])]

    async def publish(self, topic: Topic, message: bytes) -> None:
        await _asked(self._redis.publish(PREFIX + topic, message))

    def hear(self, topic: Topic, hearer: Hearer) -> None:
        self._hearers.setdefault(topic, []).append(hearer)

    async def close(self) -> None:
        await ended(self._listening)
        with contextlib.suppress(RedisError, OSError):
            await self._redis.delete(f"{PREFIX}homes:{self.node}")
        await self._redis.aclose()

    async def _run(self, script: str, keys: list[str], arguments: list[Any]) -> Any:
        return await _asked(self._scripts[script](keys, arguments))

    async def _listen(self) -> None:
        """Every topic of the city, for as long as the node lives."""
        while True:
            with contextlib.suppress(RedisError, OSError, TimeoutError):
                async with self._redis.pubsub() as line:
                    await line.psubscribe(f"{PREFIX}*")
                    while True:
                        message = await line.get_message(ignore_subscribe_messages=True, timeout=PATIENCE / 2)
                        if message is not None:
                            self._hear(message["channel"].decode().removeprefix(PREFIX), message["data"])
            await asyncio.sleep(PATIENCE / 5)

    def _hear(self, topic: Topic, message: bytes) -> None:
        for hearer in self._hearers.get(topic, ()):
            hearer(message)


async def connect(url: str, node: str) -> RedisBus:
    """The bus at this address. Raises StartFault when nobody answers there."""
    redis: Redis = Redis.from_url(
        url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 0)
    )
    try:
        await _asked(redis.ping())
    except Away:
        await redis.aclose()
        raise StartFault("bus.away", url=_without_secret(url)) from None
    return RedisBus(redis, node)


async def _asked(call: Awaitable[Answer]) -> Answer:
    """What Redis answers. Raises Away when it does not."""
    try:
        answer = await call
    except (RedisError, OSError, TimeoutError) as error:
        raise Away(refusing=_is_down(error)) from None
    # redis-py sends by asyncio.wait_for, which until Python 3.12 forgets a cancel that comes as the sending is done.
    if (task := asyncio.current_task()) is not None and task.cancelling():
        raise asyncio.CancelledError
    return answer


def _is_down(error: BaseException | None) -> bool:
    """The machine answered, and says that no Redis is there (yet)."""
    while error is not None:
        if isinstance(error, (*DOWN, BusyLoadingError)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _keys(zone: str) -> list[str]:
    return [
        f"{PREFIX}lease:{zone}", f"{PREFIX}zone:{zone}", f"{PREFIX}said:{zone}", f"{PREFIX}count:{zone}",
        f"{PREFIX}fence",
    ]  # fmt: skip


def _line(kept: bytes) -> tuple[int, bytes]:
    number, _, line = kept.partition(b":")
    return int(number), line


def _ms(seconds: float) -> int:
    return int(seconds * 1000)


def _without_secret(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
