// Tells on the page when a passkey was not used; without this file it would only be in the console.
document.addEventListener('allauth.error', function (event) {
  event.preventDefault()
  var told = document.getElementById('passkey-problem')
  if (told) told.hidden = false
})
