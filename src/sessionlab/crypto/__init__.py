"""Real cryptography, by libraries only: nothing here is made by ourselves but the choice of which to call."""
