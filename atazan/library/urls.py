"""The pages of the library. Its addresses stand before those of decisions, which take any name."""

from django.urls import path

from atazan.library.views import exports, message, rights

urlpatterns = [
    path("constitution/rights/", rights.index, name="constitution-rights"),
    path("constitution/rights/report", rights.chosen, name="rights-report"),
    path("constitution/rights/report.<str:format>", rights.file, name="rights-report-file"),
    path("constitution/rights/<slug:id>", rights.right, name="constitution-right"),
    path("message/", message.index, name="messages"),
    path("message/<int:year>", message.one, name="message"),
    path("message/<int:year>.<str:format>", message.file, name="message-file"),
    path("message/<int:year>/<str:id>", message.rows, name="message-rows"),
    path("decisions/downloads/", exports.downloads, name="decisions-downloads"),
    path("decisions/downloads/<str:name>", exports.download, name="decisions-download"),
    path("decisions/feed.atom", exports.feed, name="decisions-feed"),
    path("decisions/<str:key>/record.json", exports.record, name="decision-record"),
    path("decisions/<str:key>/judgment-<str:lang>.akn", exports.judgment, name="decision-judgment"),
    path(
        "decisions/<str:key>/precis-<str:lang>.<str:format>",
        exports.precis,
        name="decision-precis",
    ),
]
