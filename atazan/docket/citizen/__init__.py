"""The citizen: from the guided check to a receipt and a tracker."""
