# ruff: noqa: E501
"""Pages, feeds and letters made up for tests, in the manner of news sites of the country."""

from __future__ import annotations

from tests.opened_reports import EN, KK, RU

MENU = "".join(f'<li><a href="/b{n}">Бөлім {n}</a></li>' for n in range(12))
FOOT = "<footer><p>© 2026 Барлық құқықтар қорғалған. Сайт материалдарын пайдалану сілтемемен ғана.</p></footer>"


def body(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n"))


KK_PAGE = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8">
<title>Сот еңбек дауын қарайды | Құқық жаңалықтары</title>
<meta property="og:title" content="Сот еңбек дауын қарайды">
<meta property="og:site_name" content="Құқық жаңалықтары">
<meta property="article:published_time" content="2026-09-01T18:40:00+05:00">
<meta name="author" content="Гүлнар Оспанова">
<link rel="canonical" href="https://zhanalyq.example.kz/1"></head><body>
<header><nav><ul>{MENU}</ul></nav></header>
<main><article><h1>Сот еңбек дауын қарайды</h1><p class="lead"></p>{body(KK.report)}
<p>Фото: Соттың баспасөз қызметі</p></article>
<aside><h3>Тағы оқыңыз</h3><ul>{MENU}</ul></aside></main>{FOOT}<script>document.write("<p>жасырын</p>")</script></body></html>"""

RU_PAGE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Суд и Программа подписали меморандум</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"Вестник"}},
{{"@type":"NewsArticle","headline":"Суд и Программа подписали меморандум","datePublished":"2025-05-14T09:00:00Z",
"author":{{"@type":"Person","name":"Олег Ким"}},"publisher":{{"@type":"Organization","name":"Вестник права"}}}}]}}</script></head>
<body><div class="menu"><ul>{MENU.replace("Бөлім", "Раздел")}</ul></div><div class="news-text"><h1>Суд и Программа подписали меморандум</h1>
<span class="date">14 мая 2025, 14:00</span>{body(RU.report)}</div><div class="comments"><p>Читатель: отличная новость!</p></div><footer><p>© 2025 Все права защищены.</p></footer></body></html>"""

EN_PAGE = f"""<html><head><title>Summer school opens - Law Herald</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Summer school opens</h1>
<time datetime="2026-07-08">8 July 2026</time>{body(EN.report)}</article>
<div class="share"><a href="#">Facebook</a><a href="#">Telegram</a></div>{FOOT}</body></html>"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Сот жаңалықтары</title>
<item><title>Сот еңбек дауын қарайды</title><link>https://sot.example.kz/1</link>
<pubDate>Wed, 01 Mar 2023 02:00:00 +0600</pubDate><description><![CDATA[{body(KK.report)}]]></description></item>
<item><title>Меморандум</title><link>https://sot.example.kz/2</link>
<pubDate>Thu, 02 Mar 2023 10:00:00 +0600</pubDate><description>{RU.report}</description></item>
<item><title>Summer school &amp; more</title><link>https://sot.example.kz/3</link></item></channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Law Herald</title>
<entry><title>Summer school</title><id>urn:x:1</id><link href="https://law.example.org/1"/>
<published>2026-07-08T20:00:00Z</published><author><name>Ann Lee</name></author>
<content type="html">{body(EN.report).replace("<", "&lt;")}</content></entry></feed>"""

LETTER = f"""Received: from example.kz
From: =?utf-8?b?0J/RgNC10YHRgS3RgdC70YPQttCx0LA=?= <press@example.kz>
Subject: =?utf-8?b?0JzQtdC80L7RgNCw0L3QtNGD0Lw=?=
Date: Wed, 14 May 2025 23:30:00 +0500
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{RU.report}
"""
