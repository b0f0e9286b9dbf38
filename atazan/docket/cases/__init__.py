"""The public register of cases: petitions admitted to proceedings, as anyone may see them."""
