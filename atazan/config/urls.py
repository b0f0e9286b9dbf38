"""Where everything is."""

urlpatterns = []
