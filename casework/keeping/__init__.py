"""What is kept and how long, what may not be deleted, who has looked, and what is stored about somebody."""
