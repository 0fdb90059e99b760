"""What is allowed: pure rules, states and one profile per municipality."""
