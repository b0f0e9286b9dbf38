// Keys of the curator's desk. Without this file every button and link does the same.
(function () {
  'use strict'
  var cards = Array.prototype.slice.call(document.querySelectorAll('.cards>li'))
  if (!cards.length) return
  var rejecting = null
  var at = cards.findIndex(function (card) { return '#' + card.id === location.hash })
  if (at < 0) at = Math.max(0, cards.findIndex(function (card) { return card.hasAttribute('data-at') }))

  function stand(place) {
    cards[at].classList.remove('at')
    at = Math.min(Math.max(place, 0), cards.length - 1)
    cards[at].classList.add('at')
    cards[at].scrollIntoView({ block: 'nearest' })
    cards[at].focus({ preventScroll: true })
    var span = document.getElementById('s-' + cards[at].id.slice(2))
    if (span) span.scrollIntoView({ block: 'nearest' })
    rejecting = null
  }

  function press(key, inside) {
    var found = (inside || document).querySelector('[data-key="' + key + '"]')
    if (found) found.click()
    return found
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
    var key = event.code.indexOf('Key') === 0 ? event.code.slice(3).toLowerCase() : event.key
    if (rejecting && /^[1-6]$/.test(event.key)) {
      var why = rejecting.querySelector('[data-reason="' + event.key + '"]')
      if (why) why.click()
    } else if (key === 'j') stand(at + 1)
    else if (key === 'k') stand(at - 1)
    else if (key === 'a' || key === 'd' || key === 'c' || key === 'u') press(key, cards[at])
    else if (key === 'r') {
      press(key, cards[at])
      rejecting = cards[at].querySelector('details.why_not')
    } else if (key === 'n' || key === 's') press(key)
    else if (event.key === '?') {
      var keys = document.getElementById('keys')
      keys.open = !keys.open
      if (keys.open) keys.scrollIntoView({ block: 'nearest' })
    } else return
    event.preventDefault()
  })
  stand(at)
})()
