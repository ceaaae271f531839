"""The desk: ask, and see what one was answered."""

from aiohttp import web

from services.civic.example_counter import rules, store
from services.office import Desk, citizen, look_up, read, reply, today, transact
from services.openapi import wire
from worlds.civic.example_counter.wire import Answered, Wish

routes = web.RouteTableDef()


@routes.post("/example-counter")
@wire(takes=Wish, gives=Answered, status=201)
async def ask(request: web.Request) -> web.Response:
    """Answered by the rules; identity is asked only when there is something to file."""
    wish, day = await read(request, Wish), today(request)
    answer = rules.answer(wish, day)
    return reply(await transact(request, store.add, citizen(request).id, wish, answer, day), status=201)


@routes.get("/example-counter")
@wire(gives=tuple[Answered, ...])
async def mine(request: web.Request) -> web.Response:
    """Everything whoever asks has asked here."""
    return reply(await look_up(request, store.of, citizen(request).id))


DESK = Desk("example-counter", routes)
