"""The citizen's pages: drafts, petitions, receipts."""

from django.urls import path

from atazan.docket.citizen import acting, files, following, verify, writing

_DRAFT = "petitions/draft/<uuid:id>/"
_ONE = "petitions/<slug:number>/"

urlpatterns = [
    path("petitions/", writing.mine, name="my-petitions"),
    path("petitions/new", writing.new, name="petition-new"),
    path(_DRAFT, writing.tasks, name="petition-draft"),
    path(f"{_DRAFT}questions", writing.questions, name="draft-questions"),
    path(f"{_DRAFT}files", files.files, name="draft-files"),
    path(f"{_DRAFT}review", writing.review, name="draft-review"),
    path(f"{_DRAFT}delete", writing.delete, name="draft-delete"),
    path(f"{_DRAFT}<slug:name>", writing.page, name="draft-page"),
    path(_ONE, following.tracker, name="petition"),
    path(f"{_ONE}receipt", following.receipt, name="petition-receipt"),
    path(f"{_ONE}file", following.file, name="petition-file"),
    path(f"{_ONE}files/<slug:sha256>", following.one_file, name="petition-one-file"),
    path(f"{_ONE}download", following.everything, name="petition-download"),
    path(f"{_ONE}papers/<slug:kind>.pdf", following.paper, name="petition-paper"),
    path(f"{_ONE}notice", acting.notice, name="petition-notice"),
    path(f"{_ONE}correct", acting.correct, name="petition-correct"),
    path(f"{_ONE}demand", acting.demand, name="petition-demand"),
    path(f"{_ONE}withdraw", acting.withdraw, name="petition-withdraw"),
    path(f"{_ONE}change", acting.change, name="petition-change"),
    path(f"{_ONE}adapt", acting.adapt, name="petition-adapt"),
    path("verify/<str:code>", verify.verify, name="receipt-verify"),
]
