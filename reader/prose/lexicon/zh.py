"""Chinese, written without spaces: words are pairs of characters, and so is everything here."""

from __future__ import annotations

STEMMER: str | None = None

STOP = frozenset(
    """
    我们 你们 他们 她们 它们 这个 那个 这些 那些 一个 一些 什么 没有 不是 就是 但是 因为 所以 如果 虽然 并且 以及 或者 还是 可以 已经 正在 进行
    对于 关于 由于 通过 根据 其中 其他 同时 目前 表示 认为 的是 了一 是一 也是 都是 之后 之前 以来
    """.split()
)

PRONOUNS = frozenset(["他们", "她们", "它们", "这个", "这些", "那些"])

CALENDAR = frozenset(["星期", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "今天", "昨天", "明天"])

SPELLING: dict[str, str] = {}

ENDINGS: tuple[tuple[str, str], ...] = ()

GROUPS = (
    "死亡 遇难 身亡 丧生 死者",
    "受伤 伤者 伤员",
    "宣布 公布 声明",
    "会见 会晤 会谈 会面",
    "地震 余震",
    "火灾 大火 起火",
    "逮捕 拘留 被捕",
)
