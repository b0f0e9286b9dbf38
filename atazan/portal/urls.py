"""The portal's own pages. Sections end in a slash, single things do not."""

from django.urls import include, path

from atazan.portal import about, desk, home, receipts, reports, rulebook

urlpatterns = [
    path("", home.home, name="home"),
    path("rules/", rulebook.index, name="rules"),
    path("rules/topic/<slug:topic>", rulebook.topic, name="rules-topic"),
    path("rules/<str:id>", rulebook.rule, name="rule"),
    path("about/", about.about, name="about"),
    path("marks/", about.marks, name="marks"),
    path("doubts/", about.open_points, name="doubts"),
    path("rights/", about.rights_table, name="rights"),
    path("receipt/", receipts.check, name="receipt"),
    path("receipt/<int:number>.json", receipts.as_json, name="receipt-json"),
    path("report/", reports.report, name="report"),
    path("", include("atazan.portal.accounts.urls")),
    path("desk/", desk.desk, name="desk"),
    path("desk/reports/<str:id>", desk.report, name="desk-report"),
    path("desk/record/", desk.kinds, name="desk-kinds"),
    path("desk/record/<path:kind>", desk.record_kind, name="desk-record"),
    path("desk/streams/", desk.streams, name="desk-streams"),
    path("desk/streams/<path:name>", desk.stream, name="desk-stream"),
    path("desk/correct/<int:version>/<path:name>", desk.correct, name="desk-correct"),
]
