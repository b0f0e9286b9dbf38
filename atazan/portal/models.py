"""What an account holds beside its name and password: whose it is, and how to write to them."""

from django.contrib.auth.models import User
from django.db import models


class Profile(models.Model):
    """One account.

    `person` is the slug of the person of the record whose account this is (a judge), null for the
    rest. `language` is the language letters are written in. `demo` marks accounts of the demo
    database; they cannot sign in anywhere else. `closed_at` is the moment the holder closed it.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="profile")
    person = models.SlugField(max_length=100, null=True, db_index=False)
    language = models.CharField(max_length=2, default="kk")
    demo = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
